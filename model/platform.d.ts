// What browsers and Node both have and the language alone has not: the one thing of the platform that the model uses.
declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(text: string);
  [Symbol.iterator](): Iterator<[string, string]>;
}
