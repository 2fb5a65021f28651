// Writes what a load declares of entities into them; the data set that declared an entity first keeps it. Of an object of
// STIX that data sets hold in several versions the newest is written; of one version that of the later STIX.
// @mode    write
// @param   load   STRING the load
// @param   holder STRING who must hold the lock; without it nothing happens
MATCH (:LoadLock {id: 'load', holder: $holder})
MATCH (d:Declaration {load: $load})
WHERE d.`free_stix:created` IS NULL OR NOT EXISTS {
    MATCH (newer:Declaration {id: d.id})
    WHERE coalesce(newer.`free_stix:modified`, newer.`free_stix:created`) > coalesce(d.`free_stix:modified`, d.`free_stix:created`) OR coalesce(newer.`free_stix:modified`, newer.`free_stix:created`) = coalesce(d.`free_stix:modified`, d.`free_stix:created`)
      AND coalesce(newer.`free_stix:spec_version`, '2.0') > coalesce(d.`free_stix:spec_version`, '2.0')
    MATCH (:Dataset {id: newer.dataset, load: newer.load})
  }
MATCH (e:Entity {id: d.id})
OPTIONAL MATCH (home:Dataset {id: e.dataset}) WHERE home.id <> d.dataset
  AND EXISTS { MATCH (:Declaration {load: home.load, id: e.id}) }
SET e = properties(d), e.dataset = coalesce(home.id, d.dataset)
REMOVE e.load, e.hash, e.order
REMOVE e:$([l IN labels(e) WHERE l <> 'Entity'])
SET e:$(d.label)
