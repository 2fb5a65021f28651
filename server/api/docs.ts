// GET /api/docs: the OpenAPI document as one plain page that works without script.
import { escapeHtml as e } from '../../model/escape.ts';
import { page } from './html.ts';
import type { OpenApi, Operation } from './openapi.ts';

/** The page. */
export function docsPage(document: OpenApi): string {
  const paths = Object.entries(document.paths).map(([path, of]) =>
    Object.entries(of)
      .map(([method, op]) => operation(method, path, op))
      .join(''),
  );
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) =>
      `<details id="${e(name)}"><summary><code>${e(name)}</code></summary>${json(schema)}</details>`,
  );
  return page(
    'The API',
    `<h1>The API of Entente</h1>
<p>Where GET is taken, HEAD is too. An error is a problem after RFC 9457 with a <code>code</code>.
The same as OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a>.</p>
<h2>Addresses</h2>${paths.join('')}<h2>Schemas</h2>${schemas.join('')}`,
  );
}

function operation(method: string, path: string, op: Operation): string {
  const rows = op.parameters.map(
    (p) =>
      `<tr><td><code>${e(p.name)}</code></td><td>${p.in}${p.required ? ', needed' : ''}</td><td>${e(p.description)}</td></tr>`,
  );
  const responses = Object.entries(op.responses).map(
    ([status, r]) => `<tr><td>${status}</td><td>${answer(r.content)}</td><td>${e(r.description)}</td></tr>`,
  );
  const title = path.includes('{') || method !== 'get' ? e(path) : `<a href="${e(path)}">${e(path)}</a>`;
  return `<section><h3><code>${method.toUpperCase()} ${title}</code></h3><p>${e(op.summary)}</p>
${rows.length === 0 ? '' : `<details><summary>${rows.length} parameters</summary><table>${rows.join('')}</table></details>`}
<details><summary>Answers</summary><table>${responses.join('')}</table></details></section>`;
}

function answer(content: Operation['responses'][string]['content']): string {
  return Object.entries(content ?? {})
    .map(([type, { schema }]) => {
      const name = /^#\/components\/schemas\/(\w+)$/.exec(String(schema.$ref ?? ''))?.[1];
      return name === undefined ? e(type) : `${e(type)}: <a href="#${e(name)}">${e(name)}</a>`;
    })
    .join('<br>');
}

const json = (value: unknown) => `<pre>${e(JSON.stringify(value, null, 2))}</pre>`;
