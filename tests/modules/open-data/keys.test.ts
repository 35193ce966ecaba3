import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { activeAgreement } from '../../support/agreement';
import { askJson } from '../../support/open';
import { eachEngine, portal, type Portal } from '../../support/portal';
import { allowed, pathsIn, pathsOf } from '../../standards/keys';
import { changed, city, place } from './entries';

/** The documents of one kind: the one at its address, or one for each record of its list. */
async function documentsOf(p: Portal, kind: string): Promise<unknown[]> {
  if (!kind.endsWith('/{id}')) return [await askJson(p, kind), await askJson(p, `${kind}${kind.includes('?') ? '&' : '?'}lang=uk`)];
  const list = kind.slice(0, -'/{id}'.length);
  const { contents } = (await askJson(p, `${list}?per_page=500`)) as { contents: { id: string }[] };
  return Promise.all(contents.slice(0, 20).map(({ id }) => askJson(p, `${list}/${id}?lang=uk`)));
}

/** A city in which every key has a value somewhere. */
async function wholeCity(p: Portal) {
  const { organisationId } = await activeAgreement(p);
  await changed(p, organisationId, { descriptions: { pl: 'Uczymy.' } });
  const { open } = await city(p);
  await place(p, open.id, 'place-without-postcode', { postcode: null, position: 9 });
  await p.db.tx((tx) => tx.update(tx.t.services).set({ locationId: 'place-without-postcode' }).where(eq(tx.t.services.id, 'service-anywhere')));
}

eachEngine((engine) => {
  test.each(Object.keys(allowed))('%s has no key that is not allowed, and each that is allowed', async (kind) => {
    const p = await portal(engine);
    await wholeCity(p);
    const found = new Set((await documentsOf(p, kind)).flatMap((document) => pathsIn(document)));
    expect([...found].toSorted()).toEqual([...new Set(pathsOf(allowed[kind] ?? { own: '' }))].toSorted());
  });
});

test('a key more is found, wherever it is', () => {
  expect(pathsIn({ a: [{ b: 1 }, { b: 2, secret: 1 }], c: { d: [] } })).toEqual(['/a', '/a/b', '/a/secret', '/c', '/c/d']);
});
