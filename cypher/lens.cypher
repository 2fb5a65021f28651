// Judges the claim c through the filters and the lens (MODEL.md sections 2 to 4; model/judge.ts says the same, slowly).
// It gives a row for each composition of the claim that the lens looks at:
//   day            the first day of it; null where the principals are the same on all days asked about
//   held           whether the claim's own time, on that day, is what was asked for: sure, possible, undated
//   certain        its principals by every reading of the spells;   possible   by some reading
//   actors, sign   by some reading
//   state, confidenceFor, confidenceAgainst, originsFor, originsAgainst, stands   from the statements that count
//   known          possible, where only some reading of the statements' dates gives that state and standing
// Filters, lens and scope are a map each: the server plans a query anew for each type and length of a parameter, but not for
// what is in a map.
// @include standing
// @include present
