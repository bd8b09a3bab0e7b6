// The stage of e, an Endpoint. An endpoint that was only referred to counts as DEVELOPMENT.
coalesce(e.stage, 'DEVELOPMENT')
