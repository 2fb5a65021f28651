// All offices of a load.
// @mode schema
CREATE INDEX representsLoad IF NOT EXISTS FOR ()-[r:REPRESENTS]-() ON (r.load)
