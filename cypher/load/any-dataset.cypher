// Whether there is a data set, or ever was one.
// @mode    read
// @returns found BOOLEAN
RETURN EXISTS { MATCH (:Dataset) } AS found
