import { describe, expect, test } from 'vitest';
import { faults, faultsOfPage, hsds, read, uk } from './schemas';

describe('the validators of HSDS', () => {
  const documents = [['organization', 6, 4], ['service', 5, 4]] as const;

  test.each(documents)('take the valid %s', (name) => {
    const valid = read(`fixtures/hsds-${name}.valid.json`);
    expect(faults(hsds(`${name}.json`), valid)).toEqual([]);
    expect(faults(uk(`${name}.json`), valid)).toEqual([]);
  });

  test.each(documents)('refuse the invalid %s for %i reasons, the laxer profile for %i', (name, all, few) => {
    const invalid = read(`fixtures/hsds-${name}.invalid.json`);
    expect(faults(hsds(`${name}.json`), invalid)).toHaveLength(all);
    expect(faults(uk(`${name}.json`), invalid)).toHaveLength(few);
  });

  test('take the valid page and refuse the invalid one', () => {
    expect(faultsOfPage(read('fixtures/hsds-services-page.valid.json'))).toEqual([]);
    const invalid = read('fixtures/hsds-services-page.invalid.json');
    expect([...faultsOfPage(invalid), ...faults(hsds('service.json'), invalid.contents?.[0])].length).toBeGreaterThan(2);
  });
});
