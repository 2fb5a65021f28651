// Sources by their titles and publishers.
// @mode schema
CREATE FULLTEXT INDEX sourceTitles IF NOT EXISTS FOR (n:Source) ON EACH [n.title, n.publisher]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}
