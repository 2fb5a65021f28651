// Writes what a load declares of entities into them; the data set that declared an entity first keeps it.
// @mode    write
// @param   load   STRING the load
// @param   holder STRING who must hold the lock; without it nothing happens
MATCH (:LoadLock {id: 'load', holder: $holder})
MATCH (d:Declaration {load: $load})
MATCH (e:Entity {id: d.id})
OPTIONAL MATCH (home:Dataset {id: e.dataset}) WHERE home.id <> d.dataset
  AND EXISTS { MATCH (:Declaration {load: home.load, id: e.id}) }
SET e = properties(d), e.dataset = coalesce(home.id, d.dataset)
REMOVE e.load, e.hash, e.order
REMOVE e:$([l IN labels(e) WHERE l <> 'Entity'])
SET e:$(d.label)
