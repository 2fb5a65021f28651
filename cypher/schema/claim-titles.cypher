// Claims by their titles.
// @mode schema
CREATE FULLTEXT INDEX claimTitles IF NOT EXISTS FOR (n:Claim) ON EACH [n.title, n.short]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}
