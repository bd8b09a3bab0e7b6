// Sort keys: newest first, at one moment the last key first, in the direction of the page.
// (moment, key)  moment: epoch ms
// $isBackward  true for a page from the end of the list
CASE WHEN $isBackward THEN moment ELSE -moment END, CASE WHEN $isBackward THEN key ELSE '' END, CASE WHEN $isBackward THEN '' ELSE key END DESC
