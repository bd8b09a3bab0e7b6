// True if a relationship leads from content to the same content under another name, which may be at another place. Two names
// of one dataset are one place.
// (r)
(type(r) = 'SAME_CONTENT' AND coalesce(r.role, '') <> 'alias')
