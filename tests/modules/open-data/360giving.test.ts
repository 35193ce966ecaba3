import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { cityOf } from '~/modules/open-data/city';
import { packageOf, type PublishedAward } from '~/modules/open-data/giving';
import { districtName } from '~/modules/programme/lists';
import { confirmPaid, orderInstalment } from '~/modules/payments/commands.server';
import { listInstalments } from '~/modules/payments/queries.server';
import { activeAgreement } from '../../support/agreement';
import { acceptedAward, clerk } from '../../support/award';
import { askJson } from '../../support/open';
import { eachEngine, portal } from '../../support/portal';

const read = (path: string) => JSON.parse(readFileSync(`tests/standards/${path}`, 'utf8'));
const dialect = 'https://json-schema.org/draft/2020-12/schema';

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
const grant = { ...read('360giving/360-giving-schema.json'), $schema: dialect };
const whole = { ...read('360giving/360-giving-package-schema.json'), $schema: dialect };
ajv.addSchema(grant);
// The package schema is 1.4.3 and points to the grant schema of 1.4.2.
ajv.addSchema({ ...grant, $id: whole.properties.grants.items.$ref });
const validate = ajv.compile(whole);

type Package = ReturnType<typeof packageOf>;

/** Faults the schema cannot see, each as the number of the grant and what is wrong with it. */
function faultsOf(data: Package, today: string): string[] {
  const names = new Map<string, Set<string>>();
  return data.grants.flatMap((one) => {
    const [funder] = one.fundingOrganization;
    const [recipient] = one.recipientOrganization;
    const [period] = one.plannedDates ?? [];
    const known = names.get(funder?.id ?? '') ?? new Set<string>();
    names.set(funder?.id ?? '', known.add(funder?.name ?? ''));
    const faults: [string, boolean][] = [
      ['amount 0', one.amountAwarded <= 0],
      ['start after end', !!period && period.startDate > period.endDate],
      ['more than 12 years ahead', !!period && Number(period.endDate.slice(0, 4)) > Number(today.slice(0, 4)) + 12],
      ['description is the title', one.title === one.description],
      ['title too long', one.title.length > 140],
      ['unknown prefix', !/^PL-(KRS|REGON|NIP)-/.test(recipient?.id ?? '')],
      ['looks like an e-mail address', /\S@\S+\.\S/.test(JSON.stringify(one))],
      ['one funder, two names', known.size > 1],
      ['award date in the future', one.awardDate > today],
      ['no programme', !one.grantProgramme?.[0]?.title],
      ['no place', !one.beneficiaryLocation?.[0]?.name],
      ['no dateModified', !one.dateModified],
      ['no dataSource', !one.dataSource],
      ['id with a slash, space or break', /[/\s]/.test(one.id)],
    ];
    return faults.filter(([, wrong]) => wrong).map(([fault]) => fault);
  });
}

const publication = { origin: 'https://portal.test', city: cityOf('PL-REGON-351554353'), districtName };

const award: PublishedAward = {
  number: 'OK-2026-001', title: 'Klub', content: { task: { title: 'Klub', startDate: '2026-04-01', endDate: '2026-11-30', synthesis: 'Klub', districts: [], targetGroups: [] } },
  requested: 2_400_050, amount: 2_000_001, paid: null, orderDate: '2026-03-16',
  organisation: { id: 'o1', name: 'Koło', krs: null, regon: null, nip: null, slug: null },
  call: { number: 'OK-2026-1', slug: 'nabor', title: 'Nabór', area: { code: 'language', name: null } },
  agreed: null, changes: [new Date('2026-03-20T09:00:00Z'), null],
};

describe('the validator', () => {
  test('takes the valid example and refuses the invalid one', () => {
    expect(validate(read('fixtures/360giving-package.valid.json')), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(read('fixtures/360giving-package.invalid.json'))).toBe(false);
    expect(validate.errors?.length).toBeGreaterThan(5);
  });

  test('leaves faults of quality to our own rules', () => {
    const poor = read('fixtures/360giving-package.valid-but-poor.json');
    expect(validate(poor)).toBe(true);
    expect(faultsOf(poor, '2026-12-31').length).toBeGreaterThan(4);
  });
});

describe('a grant', () => {
  const grantOf = (change: Partial<PublishedAward>) => packageOf([{ ...award, ...change }], publication).grants[0];

  test('is told in złoty with grosze, in whole months, with a description of its own', () => {
    expect(grantOf({})).toMatchObject({ amountAppliedFor: 24_000.5, amountAwarded: 20_000.01, amountDisbursed: 0, plannedDates: [{ duration: 8 }] });
    expect(grantOf({})?.description).not.toBe('Klub');
  });

  test('names its recipient by the best register, else under our own prefix', () => {
    const idOf = (numbers: Partial<PublishedAward['organisation']>) => grantOf({ organisation: { ...award.organisation, ...numbers } })?.recipientOrganization[0]?.id;
    expect(idOf({ krs: '0009999901', nip: '1' })).toBe('PL-KRS-0009999901');
    expect(idOf({ regon: '999999990', nip: '1' })).toBe('PL-REGON-999999990');
    expect(idOf({})).toMatch(/^PL-REGON-351554353-ORG-o1$/);
  });

  test('shows no e-mail address that somebody typed into the summary', () => {
    const task = { title: 'Klub', startDate: '2026-04-01', endDate: '2026-11-30', synthesis: 'Zapisy: anna@example.org w klubie', districts: [], targetGroups: [] };
    expect(grantOf({ content: { task } })?.description).toBe('Zapisy: w klubie');
  });
});

eachEngine((engine) => {
  test('the published package is valid, without faults of quality, and stays the same', async () => {
    const p = await portal(engine);
    const { agreementId } = await activeAgreement(p);
    await acceptedAward(p, { krs: null });
    await acceptedAward(p, { published: false });
    const [first] = await listInstalments(p.db.read, agreementId);
    await orderInstalment(p.as(await clerk(p, 'officer')), first?.id ?? '');
    await confirmPaid(p.as(await clerk(p, 'finance')), first?.id ?? '', { paidOn: '2026-03-02', documentNumber: 'WB 1' });

    const make = async () => (await askJson(p, '/open-data/360giving.json')) as Package;
    const made = await make();
    expect(validate(made), JSON.stringify(validate.errors)).toBe(true);
    expect(made.grants.map(({ amountDisbursed }) => amountDisbursed)).toEqual([10_000, 0]);
    expect(faultsOf(made, '2026-12-31')).toEqual([]);
    expect(JSON.stringify(await make())).toBe(JSON.stringify(made));
    expect(JSON.stringify(made)).not.toMatch(/account|Person \d|person\d/);
  });
});
