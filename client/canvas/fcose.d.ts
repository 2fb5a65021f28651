// cytoscape-fcose ships no types: it is an extension that Cytoscape registers.
declare module 'cytoscape-fcose' {
  import type cytoscape from 'cytoscape';

  const extension: cytoscape.Ext;
  export default extension;
}
