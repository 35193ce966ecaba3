import { expect, test } from 'vitest';
import { districtAt } from '~/islands/near-me';
import { hideOrganisation } from '~/modules/organisations/safe-mode.server';
import { addPlace } from '~/modules/organisations/locations.server';
import { byHouse, listPoints } from '~/modules/organisations/points.server';
import { PlaceForm } from '~/modules/organisations/forms-of-services';
import { districts } from '~/modules/programme/lists';
import { eachEngine, portal } from '../../support/portal';
import { verified } from './entries';

const place = (more: Partial<Record<string, string>>) => PlaceForm.parse({ name: 'Sala', street: 'ul. Wymyślona 1', postcode: '30-000', city: 'Kraków', district: 'podgorze', visibility: 'full', coordinates: '50.0475, 19.9610', ...more });
const centres = Object.fromEntries(districts.map(({ slug, lat, lon }) => [slug, [lat, lon] as const]));

test.each([[50.0619, 19.9369, 'stare-miasto'], [50.065, 20.1, 'nowa-huta'], [52.2297, 21.0122, null]])('a device at %d, %d is in %s', (lat, lon, district) => expect(districtAt([lat, lon], centres)).toBe(district));

eachEngine((engine) => {
  test('the map of a district shows only whole addresses with a point, of organisations that are not at risk, one dot for one house', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const [first, second] = [await verified(p, officer, 1), await verified(p, officer, 2)];
    const own = p.as(first.owner);
    for (const more of [{}, { name: 'Druga sala' }, { visibility: 'district' }, { visibility: 'hidden' }, { coordinates: '' }, { district: 'debniki' }]) await addPlace(own, first.id, place(more));
    await addPlace(p.as(second.owner), second.id, place({ coordinates: '50.0400, 19.9700' }));
    expect((await listPoints(p.db.read, 'podgorze')).map(({ name, latitude }) => [name, latitude])).toEqual([['Sala', 50.0475], ['Druga sala', 50.0475], ['Sala', 50.04]]);
    expect(byHouse(await listPoints(p.db.read, 'podgorze')).map((dot) => dot.length)).toEqual([2, 1]);
    await hideOrganisation(own, first.id);
    expect((await listPoints(p.db.read, 'podgorze')).map(({ organisation }) => organisation)).toEqual(['Fundacja Spotkanie 2']);
  });
});
