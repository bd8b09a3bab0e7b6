// The stage of e, an Endpoint. An endpoint that was only referenced counts as DEVELOPMENT.
// $asOf  epoch ms, null for now
coalesce((/*: state-at(e) */).stage, 'DEVELOPMENT')
