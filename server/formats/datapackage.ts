// Data package: tables for spreadsheets, R and pandas with types and keys, in one zip (Frictionless); both ways.
import { DESCRIPTOR, fileOf } from './datapackage/descriptor.ts';
import { decode } from './datapackage/read.ts';
import { tableNames } from './datapackage/tables.ts';
import { encode } from './datapackage/write.ts';
import type { Format } from './format.ts';

export const datapackage: Format = {
  id: 'datapackage',
  label: 'Tabular data package (zip)',
  extension: 'zip',
  mediaType: 'application/zip',
  lossless: true,
  loses: [],
  forms: ['claims'],
  encode,
  decode,
  recognises: (_, bytes) => isZip(bytes) && MEMBER.test(Buffer.from(bytes).toString('latin1')),
};

const isZip = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** The name of one of its members: who packs the tables again may put another one first. */
const MEMBER = new RegExp(`${DESCRIPTOR}|(${tableNames.map(fileOf).join('|')})`.replaceAll('.', '\\.'));
