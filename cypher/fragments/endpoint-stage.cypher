// The stage of e, an Endpoint. An endpoint that was only referenced counts as DEVELOPMENT.
coalesce(e.stage, 'DEVELOPMENT')
