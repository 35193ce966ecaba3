import type { Context } from '~/access/context';
import { refusalSentence, translator } from '~/i18n/translate';
import { getCall } from '~/modules/calls/queries.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { clockOf } from '~/shared/time';
import type { OfferContent, OfferSection } from './content';
import { contentOf, pastedLines } from './forms';
import { placeOfName } from './merge';
import { getApplication } from './queries.server';
import { problemsOfOffer } from './rules';
import { saveSection } from './saving.server';

/** What every section sends besides its own fields. */
export type Sent = { version: number; then?: string; typed?: number; seen?: number; choose?: Record<string, 'mine' | 'theirs'>; pasted?: string };

/** Saves a section as its form came, once the form itself is in order. */
export async function saveTyped(context: Context, id: string, section: OfferSection, typed: unknown) {
  const { version, typed: base, seen, choose = {}, pasted } = typed as Sent;
  const choices = Object.fromEntries(Object.entries(choose).map(([name, which]) => [placeOfName(name), which]));
  const content = contentOf(section, typed as never);
  if (pasted) {
    const { content: stored } = await getApplication(context.db.read, id);
    const budget = content as NonNullable<OfferContent['budget']>;
    budget.lines.push(...pastedLines(pasted, stored.schedule?.actions ?? []));
  }
  return saveSection(context, id, section, content, version, { typed: base, seen, choices });
}

type Offer = Pick<Awaited<ReturnType<typeof getApplication>>, 'content' | 'callId' | 'organisationId'>;

/** What still stops a section, in sentences. */
export async function problemsIn({ db, lang }: Context, { content, callId, organisationId }: Offer, section: OfferSection): Promise<string[]> {
  const [call, organisation] = await Promise.all([getCall(db.read, callId), getOrganisation(db.read, organisationId)]);
  const t = translator(lang);
  return problemsOfOffer(content, call, organisation).filter((problem) => problem.section === section).map(({ code, params }) => refusalSentence(t, code, params));
}

/** What the page of a section hears after it saved itself. */
export async function savedHere(context: Context, section: OfferSection, { version, merged, application }: Awaited<ReturnType<typeof saveTyped>>) {
  return { version, savedAt: clockOf(context.now), problems: await problemsIn(context, application, section), ...(merged ? { merged } : {}) };
}
