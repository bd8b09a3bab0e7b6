// Sort keys: by key in the direction of the page.
// (key)
// $isBackward  true for a page from the end of the list
CASE WHEN $isBackward THEN '' ELSE key END, CASE WHEN $isBackward THEN key ELSE '' END DESC
