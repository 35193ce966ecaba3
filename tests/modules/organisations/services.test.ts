import { describe, expect, test } from 'vitest';
import { addPlace, countServicesAt, listPlaces, movePlace, removePlace, savePlace } from '~/modules/organisations/locations.server';
import { PlaceForm, ServiceForm } from '~/modules/organisations/forms-of-services';
import { searchDirectory, nothingWanted } from '~/modules/organisations/directory.server';
import { listHistory } from '~/modules/organisations/history.server';
import { getOrganisation, listPublicLocations, listPublicServices } from '~/modules/organisations/queries.server';
import { linesOf, mostServices, moved, pointOf, pointText, whyNotOffer } from '~/modules/organisations/rules-of-services';
import { addService, listServices, moveService, removeService, saveService } from '~/modules/organisations/services.server';
import { setAside } from '~/modules/organisations/lifecycle.server';
import { problemsOf } from '~/shared/fields';
import { eachEngine, portal } from '../../support/portal';
import { verified } from './entries';

const typedService = (more: Record<string, unknown> = {}) => ({
  kind: 'legal_help', status: 'active', names: { pl: 'Porady prawne', uk: 'Правові поради' }, cost: 'free', languages: ['uk', 'pl'],
  hours: [{ days: ['MO', 'WE'], from: '9:00', to: '15:30' }], ...more,
});
const service = (more: Record<string, unknown> = {}) => ServiceForm.parse(typedService(more));
const place = (more: Record<string, unknown> = {}) =>
  PlaceForm.parse({ name: 'Klub', street: 'ul. Zmyślona 1', city: 'Kraków', district: 'podgorze', visibility: 'full', coordinates: '50.0400, 20.0000', access: ['lift'], ...more });

describe('what is typed', () => {
  test.each([
    ['an hour that ends before it begins', { hours: [{ days: ['MO'], from: '15:00', to: '9:00' }] }, 'hours[0].to', 'service.hours'],
    ['hours without a day', { hours: [{}, { from: '9:00', to: '10:00' }] }, 'hours[1].days', 'choice.missing'],
    ['a clock that does not exist', { hours: [{ days: ['MO'], from: '25:00', to: '26:00' }] }, 'hours[0].from', 'clock.format'],
    ['a kind nobody knows', { kind: 'magic' }, 'kind', 'choice.unknown'],
    ['a personal number', { howToCome: 'PESEL 44051401359' }, 'howToCome', 'pesel.found'],
  ])('%s is refused at its field', (_what, more, path, code) => {
    const result = ServiceForm.safeParse(typedService(more));
    expect(result.success ? [] : problemsOf(result.error).map((problem) => [problem.path, problem.code])).toContainEqual([path, code]);
  });

  test('a service needs a name, and hours of one day do not overlap', () => {
    const hours = (from: string, to: string) => ({ days: ['TU' as const], from, to });
    expect(whyNotOffer({ names: {}, hours: [] })?.code).toBe('service.nameNeeded');
    expect(whyNotOffer({ names: { uk: 'Поради' }, hours: [hours('09:00', '12:00'), hours('11:59', '13:00')] })?.code).toBe('service.hoursOverlap');
    expect(whyNotOffer({ names: { uk: 'Поради' }, hours: [hours('12:00', '13:00'), hours('09:00', '12:00')] })).toBeNull();
  });

  test('days that follow each other with the same hours are one line', () => {
    expect(linesOf([{ days: ['MO', 'TU', 'WE', 'FR'], from: '09:00', to: '12:00' }, { days: ['FR'], from: '14:00', to: '16:00' }])).toEqual([
      { first: 'MO', last: 'WE', spans: [{ from: '09:00', to: '12:00' }] },
      { first: 'FR', last: 'FR', spans: [{ from: '09:00', to: '12:00' }, { from: '14:00', to: '16:00' }] },
    ]);
  });

  test.each([
    ['50.0614, 19.9366', 50_061_400], ['50,0614; 19,9366', 50_061_400], ['50.0614 19.9366', 50_061_400], ['50.061400° N, 19.936600° E', 50_061_400],
    ['19.9366, 50.0614', null], ['Rynek', null], ['50, 19', null], ['0.00, 0.00', null],
  ])('the point %s', (text, latitude) => expect(pointOf(text)?.latitude ?? null).toBe(latitude));

  test('a point is read back as it was typed', () => expect(pointOf(pointText({ latitude: 50_061_400, longitude: 19_936_600 }))).toEqual({ latitude: 50_061_400, longitude: 19_936_600 }));

  test('the first cannot go up, the last cannot go down', () => {
    expect(moved(['a', 'b', 'c'], 'a', 'up')).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 'up')).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'c', 'down')).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b'], 'x', 'down')).toEqual(['a', 'b']);
  });
});

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id, owner } = await verified(p, officer);
    return { p, id, officer, me: p.as(owner) };
  }

  test('services are added, changed, ordered and removed, and everybody sees them so at once', async () => {
    const { p, id, me } = await scene();
    const first = await addService(me, id, service());
    const second = await addService(me, id, service({ names: { pl: 'Kurs polskiego' }, kind: 'language_course' }));
    expect((await listPublicServices(p.db.read, id)).map(({ names }) => names.pl)).toEqual(['Porady prawne', 'Kurs polskiego']);
    await moveService(me, id, { id: second.id, step: 'up' });
    await saveService(me, id, first.id, service({ names: { pl: 'Porady o pobycie' }, hours: [] }));
    expect((await listPublicServices(p.db.read, id)).map(({ names }) => names.pl)).toEqual(['Kurs polskiego', 'Porady o pobycie']);
    await removeService(me, id, second.id);
    expect((await listServices(p.db.read, id)).map((one) => one.id)).toEqual([first.id]);
    expect((await listHistory(p.db.read, await getOrganisation(p.db.read, id))).filter(({ fields }) => (fields as string[]).includes('services'))).toHaveLength(5);
  });

  test('what is offered is found by its words and its kind', async () => {
    const { p, id, me } = await scene();
    await addService(me, id, service());
    const found = async (wanted: object) => (await searchDirectory(p.db, { ...nothingWanted, ...wanted }, 1)).rows.length;
    expect(await found({ q: 'правові поради' })).toBe(1);
    expect(await found({ need: ['legal_help'] })).toBe(1);
    expect(await found({ need: ['housing'] })).toBe(0);
  });

  test('a place is shown as far as its visibility says; a change of a hidden one leaves no trace', async () => {
    const { p, id, me } = await scene();
    const full = await addPlace(me, id, place());
    await addPlace(me, id, place({ name: 'Mieszkanie', visibility: 'district' }));
    const hidden = await addPlace(me, id, place({ name: 'Schronienie', visibility: 'hidden' }));
    const shown = await listPublicLocations(p.db.read, id);
    expect(shown.map(({ name, street, district }) => [name, street, district])).toEqual([['Klub', 'ul. Zmyślona 1', 'podgorze'], ['', null, 'podgorze']]);
    const lines = (await listHistory(p.db.read, await getOrganisation(p.db.read, id))).length;
    await savePlace(me, id, hidden.id, place({ name: 'Schronienie', street: 'ul. Inna 2', visibility: 'hidden' }));
    expect(await listHistory(p.db.read, await getOrganisation(p.db.read, id))).toHaveLength(lines);
    await movePlace(me, id, { id: hidden.id, step: 'up' });
    await movePlace(me, id, { id: hidden.id, step: 'up' });
    expect((await listPlaces(p.db.read, id)).map((one) => one.id)[0]).toBe(hidden.id);
    expect(full.id).toBe((await listPublicLocations(p.db.read, id))[0]?.id);
  });

  test('a service given at a removed place stays without a place', async () => {
    const { p, id, me } = await scene();
    const { id: placeId } = await addPlace(me, id, place());
    await addService(me, id, service({ locationId: placeId }));
    expect(await countServicesAt(p.db.read, placeId)).toBe(1);
    await removePlace(me, id, placeId);
    expect((await listServices(p.db.read, id)).map(({ locationId }) => locationId)).toEqual([null]);
  });

  test('a place of another organisation, a viewer, a stranger and a suspended entry are refused', async () => {
    const { p, id, officer, me } = await scene();
    const other = await verified(p, officer, 2);
    const { id: foreign } = await addPlace(p.as(other.owner), other.id, place());
    await expect(addService(me, id, service({ locationId: foreign }))).rejects.toThrow('service.placeUnknown');
    await expect(savePlace(me, id, foreign, place())).rejects.toThrow('place');
    await expect(addService(p.as(other.owner), id, service())).rejects.toThrow('organisation.editServices');
    const viewer = await p.person({ memberships: [{ organisationId: id, role: 'viewer', signatory: false }] });
    await expect(addPlace(p.as(viewer), id, place())).rejects.toThrow('organisation.editPlaces');
    await expect(addPlace(me, id, place({ coordinates: 'Rynek Główny' }))).rejects.toThrow('place.coordinates');
    await setAside(p.as(officer), id, { step: 'suspend', reason: 'Skarga mieszkańców, wyjaśniamy.' });
    await expect(addService(me, id, service())).rejects.toThrow('wrongState');
  });

  test('there is a most', async () => {
    const { p, id, me } = await scene();
    const rows = Array.from({ length: mostServices }, (_, i) => ({ id: `service-${i}`, organisationId: id, kind: 'other' as const, names: { pl: `${i}` }, cost: 'free' as const, position: i, changedAt: me.now }));
    await p.db.tx(async (tx) => void (await tx.insert(tx.t.services).values(rows)));
    await expect(addService(me, id, service())).rejects.toThrow('service.tooMany');
  });
});
