import { isoInstant, type Day } from '~/shared/time';
import type { Directory } from './directory.server';
import type { GivingGrant } from './giving';
import { publicId } from './public-id';
import type { Column, Table } from './tables';

const many = (codes: readonly string[]) => codes.join(';');
const inZloty = (grosze: number) => (grosze / 100).toFixed(2);
const inDegrees = (millionths: number | null) => (millionths === null ? null : (millionths / 1_000_000).toFixed(6));
const id: Column = { name: 'id', datatype: 'string', required: true };
const text = (name: string): Column => ({ name, datatype: 'string' });

/** Organisations of the directory, one a row; several values in a cell are parted by semicolons. */
export function organisationTable({ organisations }: Directory, origin: string): Table {
  return {
    file: 'organisations.csv', about: 'organisations',
    columns: [
      id, { name: 'name_pl', datatype: 'string', lang: 'pl', required: true }, text('short_name'), text('legal_form'), text('krs'), text('nip'), text('regon'), text('street'),
      text('postcode'), text('city'), text('district'), text('email'), text('phone'), { name: 'website', datatype: 'anyURI' }, { name: 'founded', datatype: 'integer' },
      { name: 'description_pl', datatype: 'string', lang: 'pl' }, text('target_groups'), text('community_roles'), text('languages'), text('fields'),
      { name: 'url', datatype: 'anyURI', required: true },
    ],
    rows: organisations.map((one) => ({
      id: publicId('organization', one.id), name_pl: one.name, short_name: one.shortName, legal_form: one.legalForm, krs: one.krs, nip: one.nip, regon: one.regon,
      street: one.street, postcode: one.postcode, city: one.city, district: one.district, email: one.email, phone: one.phone, website: one.website, founded: one.foundedYear,
      description_pl: one.descriptions.pl, target_groups: many(one.targetGroups), community_roles: many(one.communityRoles), languages: many(one.languages),
      fields: many(one.fields), url: `${origin}/pl/organisations/${one.slug}`,
    })),
  };
}

/** Services, one a row, with the place where it may be shown. */
export function serviceTable({ services }: Directory, origin: string): Table {
  return {
    file: 'services.csv', about: 'services',
    columns: [
      id, { name: 'organisation_id', datatype: 'string', required: true }, text('kind'), text('status'), { name: 'name_pl', datatype: 'string', lang: 'pl' },
      { name: 'description_pl', datatype: 'string', lang: 'pl' }, text('cost'), text('languages'), text('target_groups'), text('hours'), text('place_street'), text('place_district'),
      { name: 'latitude', datatype: 'decimal' }, { name: 'longitude', datatype: 'decimal' }, { name: 'changed_at', datatype: 'dateTime', required: true },
      { name: 'url', datatype: 'anyURI', required: true },
    ],
    rows: services.map((one) => ({
      id: publicId('service', one.id), organisation_id: publicId('organization', one.organisationId), kind: one.kind, status: one.status, name_pl: one.names.pl,
      description_pl: one.descriptions.pl, cost: one.cost, languages: many(one.languages), target_groups: many(one.targetGroups),
      hours: many(one.hours.map(({ days, from, to }) => `${days.join(' ')} ${from}-${to}`)), place_street: one.place?.street, place_district: one.place?.district,
      latitude: inDegrees(one.place?.latitude ?? null), longitude: inDegrees(one.place?.longitude ?? null), changed_at: isoInstant(one.changedAt),
      url: `${origin}/pl/organisations/${one.organisation.slug}`,
    })),
  };
}

export type OpenCall = {
  number: string; slug: string; title: string; status: string; taskArea: string; budget: number; minGrant: number; maxGrant: number; openedAt: Date | null;
  closesAt: Date; taskFrom: Day; taskTo: Day; resultsPublishedAt: Date | null;
};

/** Calls for proposals, one a row. */
export function callTable(calls: readonly OpenCall[], origin: string): Table {
  return {
    file: 'calls.csv', about: 'calls',
    columns: [
      { ...id, name: 'number' }, { name: 'title_pl', datatype: 'string', lang: 'pl', required: true }, text('status'), text('area'), { name: 'budget_pln', datatype: 'decimal' },
      { name: 'min_grant_pln', datatype: 'decimal' }, { name: 'max_grant_pln', datatype: 'decimal' }, { name: 'opened_at', datatype: 'dateTime' },
      { name: 'closes_at', datatype: 'dateTime', required: true }, { name: 'task_from', datatype: 'date' }, { name: 'task_to', datatype: 'date' },
      { name: 'results_published_at', datatype: 'dateTime' }, { name: 'url', datatype: 'anyURI', required: true },
    ],
    rows: calls.map((one) => ({
      number: one.number, title_pl: one.title, status: one.status, area: one.taskArea, budget_pln: inZloty(one.budget), min_grant_pln: inZloty(one.minGrant),
      max_grant_pln: inZloty(one.maxGrant), opened_at: one.openedAt && isoInstant(one.openedAt), closes_at: isoInstant(one.closesAt), task_from: one.taskFrom, task_to: one.taskTo,
      results_published_at: one.resultsPublishedAt && isoInstant(one.resultsPublishedAt), url: `${origin}/pl/calls/${one.slug}`,
    })),
  };
}

type OpenConsultation = { slug: string; status: string; titles: { pl: string }; questions: { pl: string }; opensAt: Date; closesAt: Date; reportPublishedAt: Date | null };

/** Consultations, one a row: what was asked and when, without what anybody said. */
export function consultationTable(consultations: readonly OpenConsultation[], origin: string): Table {
  return {
    file: 'consultations.csv', about: 'consultations',
    columns: [
      { ...id, name: 'slug' }, { name: 'title_pl', datatype: 'string', lang: 'pl', required: true }, { name: 'question_pl', datatype: 'string', lang: 'pl' }, text('status'),
      { name: 'opens_at', datatype: 'dateTime', required: true }, { name: 'closes_at', datatype: 'dateTime', required: true }, { name: 'report_published_at', datatype: 'dateTime' },
      { name: 'url', datatype: 'anyURI', required: true },
    ],
    rows: consultations.map((one) => ({
      slug: one.slug, title_pl: one.titles.pl, question_pl: one.questions.pl, status: one.status, opens_at: isoInstant(one.opensAt), closes_at: isoInstant(one.closesAt),
      report_published_at: one.reportPublishedAt && isoInstant(one.reportPublishedAt), url: `${origin}/pl/consultations/${one.slug}`,
    })),
  };
}

const giving = (name: string, title: string, datatype: Column['datatype'] = 'string'): Column => ({ name, title, datatype });

/** The grants of a 360Giving package as the rows its spreadsheets have. */
export function givingTable(grants: readonly GivingGrant[], file: string): Table {
  return {
    file, about: 'grants',
    columns: [
      { ...giving('id', 'Identifier'), required: true }, giving('title', 'Title'), giving('description', 'Description'), giving('currency', 'Currency'),
      giving('amount_applied_for', 'Amount Applied For', 'decimal'), giving('amount_awarded', 'Amount Awarded', 'decimal'),
      giving('amount_disbursed', 'Amount Disbursed', 'decimal'), giving('award_date', 'Award Date', 'date'), giving('url', 'URL', 'anyURI'),
      giving('start_date', 'Planned Dates:Start Date', 'date'), giving('end_date', 'Planned Dates:End Date', 'date'), giving('duration', 'Planned Dates:Duration (months)', 'integer'),
      giving('recipient_id', 'Recipient Org:Identifier'), giving('recipient_name', 'Recipient Org:Name'), giving('recipient_url', 'Recipient Org:Web Address', 'anyURI'),
      giving('funder_id', 'Funding Org:Identifier'), giving('funder_name', 'Funding Org:Name'), giving('programme_code', 'Grant Programme:Code'),
      giving('programme_title', 'Grant Programme:Title'), giving('programme_url', 'Grant Programme:URL', 'anyURI'), giving('open_call', 'From An Open Call?'),
      giving('places', 'Beneficiary Location:Name'), giving('area', 'Classifications:Code'), giving('modified', 'Last Modified', 'dateTime'), giving('source', 'Data Source', 'anyURI'),
    ],
    rows: grants.map((grant) => {
      const [recipient] = grant.recipientOrganization;
      const [funder] = grant.fundingOrganization;
      const [programme] = grant.grantProgramme;
      const [period] = grant.plannedDates ?? [];
      return {
        id: grant.id, title: grant.title, description: grant.description, currency: grant.currency, amount_applied_for: grant.amountAppliedFor, amount_awarded: grant.amountAwarded,
        amount_disbursed: grant.amountDisbursed, award_date: grant.awardDate, url: grant.url, start_date: period?.startDate, end_date: period?.endDate, duration: period?.duration,
        recipient_id: recipient?.id, recipient_name: recipient?.name, recipient_url: recipient?.url, funder_id: funder?.id, funder_name: funder?.name, programme_code: programme?.code,
        programme_title: programme?.title, programme_url: programme?.url, open_call: grant.fromOpenCall, places: many(grant.beneficiaryLocation.map(({ name }) => name)),
        area: many(grant.classifications.map(({ code }) => code)), modified: grant.dateModified, source: grant.dataSource,
      };
    }),
  };
}
