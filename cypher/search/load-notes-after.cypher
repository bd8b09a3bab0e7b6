// Loads notes in the order of their ids.
// read
// $after  id after which to start; '' for the first notes
// $limit  maximum number of rows
// -> id, text
MATCH (note:Note) WHERE note.id > $after
WITH note ORDER BY note.id LIMIT $limit
RETURN note.id AS id, note.text AS text
