// True if a recorded file of a folder is inside it, so that deleting the folder deletes the file: by their places or, if one is
// unknown, by their names. Otherwise it may only have the same content as a member.
// (file, folder)
(file:DatasetSnapshot AND coalesce(file.place STARTS WITH folder.place + '/', file.datasetKey STARTS WITH folder.datasetKey + '%2F'))
