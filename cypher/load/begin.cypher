// Opens a load: nobody reads it before it is made current.
// @mode    write
// @param   load MAP what is told of it
CREATE (l:Load)
SET l = $load
