// The schemata of FollowTheMoney 4 that Entente knows: which relate others, by which properties, and how.
import type { Label } from '../../../model/entity.ts';

/** A property that names a party, and the role in which it takes part. */
type End = readonly [property: string, role: string];

const directed = (from: string, to: string): End[] => [
  [from, 'link-from'],
  [to, 'link-to'],
];
const mutual = (a: string, b: string): End[] => [
  [a, 'linked'],
  [b, 'linked'],
];

/** Schemata that relate things; every other one is something. Of a sanction only who is listed is an entity. */
export const relating: Readonly<Record<string, readonly End[]>> = {
  Associate: mutual('person', 'associate'),
  Call: directed('caller', 'receiver'),
  ContractAward: directed('contract', 'supplier'),
  Control: directed('controller', 'controlled'),
  CourtCaseParty: directed('party', 'case'),
  Debt: directed('debtor', 'creditor'),
  Directorship: directed('director', 'organization'),
  Documentation: directed('document', 'entity'),
  EconomicActivity: directed('sender', 'receiver'),
  Employment: directed('employee', 'employer'),
  Family: mutual('person', 'relative'),
  Membership: directed('member', 'organization'),
  Occupancy: directed('holder', 'post'),
  Ownership: directed('owner', 'asset'),
  Payment: [
    ['payer', 'provider'],
    ['beneficiary', 'recipient'],
  ],
  ProjectParticipant: directed('participant', 'project'),
  Representation: directed('agent', 'client'),
  Sanction: [['entity', 'sanctioned']],
  Succession: directed('predecessor', 'successor'),
  UnknownLink: mutual('subject', 'object'),
};

/** The label of what is something; Thing where it is not here. */
export const labels: Readonly<Record<string, Label>> = {
  Person: 'Person',
  Organization: 'Organization',
  Company: 'Organization',
  PublicBody: 'Organization',
  LegalEntity: 'Group',
  Territory: 'Place',
  Address: 'Place',
};

/** The schema by which an entity of ours leaves. A territory is a country of the model; a group may be of anybody. */
export const schemaOf: Readonly<Record<Label, string>> = {
  State: 'Territory',
  Person: 'Person',
  Organization: 'Organization',
  Group: 'LegalEntity',
  Place: 'Address',
  Weapon: 'Asset',
  Thing: 'Asset',
};

/** All of the model, version 4.11. */
const all =
  'Address Airplane Analyzable Article Asset Associate Audio BankAccount Call CallForTenders Company Contract ContractAward Control CourtCase CourtCaseParty CryptoWallet Debt Directorship Document Documentation EconomicActivity Email Employment Event Family Folder HyperText Identification Image Interest Interval LegalEntity License Membership Mention Message Note Occupancy Organization Ownership Package Page Pages Passport Payment Person PlainText Position Project ProjectParticipant PublicBody RealEstate Representation Risk Sanction Security Similar Succession Table TaxRoll Territory Thing Trip UnknownLink UserAccount Value Vehicle Vessel Video Workbook';
const known = new Set(all.split(' '));

/** Whether the model has a schema. */
export const isKnown = (schema: string) => known.has(schema);
