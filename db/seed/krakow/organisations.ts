import { readFileSync } from 'node:fs';
import type { LegalForm } from '~/modules/organisations/content';
import type { PublicFacts } from '~/modules/organisations/import.server';
import { districts, taskFields, type TargetGroup, type TaskField } from '~/modules/programme/lists';

const legalFormOf: Record<string, LegalForm> = {
  foundation: 'foundation', association: 'association', ngo: 'association', community_centre: 'association', information_service: 'association',
  religious_community: 'church_entity', church_charity: 'church_entity', coalition: 'informal_group', informal_group: 'informal_group',
  city_service: 'public_institution', city_unit: 'public_institution', city_institution: 'public_institution', university_unit: 'public_institution',
};

// A field of the source that is no public task of the act (media, mapping) is left out.
const fieldOf: Record<string, TaskField> = {
  integration: 'foreigners_integration', information: 'foreigners_integration', 'intercultural dialogue': 'foreigners_integration',
  'language education': 'foreigners_integration', 'language courses': 'foreigners_integration', education: 'education', research: 'education',
  culture: 'culture', music: 'culture', volunteering: 'volunteering', 'legal advice': 'legal_aid', 'legal aid': 'legal_aid',
  'anti-discrimination': 'human_rights', 'human rights': 'human_rights', 'human rights monitoring': 'human_rights', monitoring: 'human_rights',
  'self-advocacy': 'human_rights', 'humanitarian aid': 'charity', housing: 'social_assistance', 'social policy': 'social_assistance',
  community: 'communities', neighbourhood: 'communities', 'self-help': 'communities', disability: 'disability', accessibility: 'disability',
  'family support': 'family_support', 'labour market': 'employment', women: 'equality', 'psychological support': 'health', repatriation: 'diaspora',
  coordination: 'ngo_support', 'NGO cooperation': 'ngo_support', 'open calls': 'ngo_support', 'grant maker': 'ngo_support', consultations: 'ngo_support',
};

const groupOf: Record<string, TargetGroup> = {
  migrants: 'economic_migrant', expats: 'economic_migrant', 'migrant women': 'economic_migrant', repatriates: 'economic_migrant',
  'migrants with disabilities and their families': 'economic_migrant', refugees: 'forced_migrant', 'asylum seekers': 'forced_migrant',
  'stateless persons': 'forced_migrant', 'victims of trafficking': 'forced_migrant', 'national minorities': 'national_ethnic_minority',
  'Jewish minority': 'national_ethnic_minority', 'Roma minority': 'national_ethnic_minority',
};

const communityOf: Record<string, string> = { 'Jewish minority': 'jewish', 'Roma minority': 'roma', 'Ukrainian community': 'ukrainian' };

/** The cells of a CSV text, row by row; a quoted cell may hold commas and doubled quotes. */
function cellsOf(csv: string): string[][] {
  return csv.trim().split(/\r?\n/).map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replace(/""/g, '"') ?? plain ?? ''),
  );
}

const parts = (cell: string) => cell.split(';').map((part) => part.trim()).filter(Boolean);
const translated = <T>(cell: string, words: Record<string, T>) => [...new Set(parts(cell).flatMap((word) => words[word] ?? []))];

function addressOf(cell: string) {
  const postcode = /\b\d{2}-\d{3}\b/.exec(cell)?.[0] ?? null;
  const street = cell.replace(/,?\s*(\d{2}-\d{3}\s+)?Kraków$/, '').trim();
  return { street: street || null, postcode };
}

/** The real organisations of Kraków known from public sources, as the registry takes them. */
export function readPublicOrganisations(file: URL = new URL('./organizations.csv', import.meta.url)): PublicFacts[] {
  const [head = [], ...rows] = cellsOf(readFileSync(file, 'utf8'));
  return rows.map((cells) => {
    const at = (column: string) => cells[head.indexOf(column)] ?? '';
    const fields = translated(at('fields'), fieldOf);
    return {
      slug: at('id'),
      name: at('name_pl'),
      nameEn: at('name_en') || null,
      legalForm: legalFormOf[at('type')] ?? 'association',
      website: at('website') || null,
      ...addressOf(at('public_address')),
      district: districts.find(({ roman }) => roman === at('district_roman'))?.slug ?? null,
      fields: taskFields.filter((field) => fields.includes(field)),
      targetGroups: translated(at('target_groups'), groupOf),
      communities: translated(at('target_groups'), communityOf),
      source: at('source'),
      note: at('note') || null,
    };
  });
}
