import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LangProvider } from '~/i18n/react';
import { Details } from '~/ui/details';
import { ErrorSummary } from '~/ui/error-summary';
import { Field } from '~/ui/field';
import { FormStateProvider, PostForm, type Noticed, type RefusedForm } from '~/ui/form';

function Page() {
  return (
    <>
      <ErrorSummary />
      <Details summary="Przedłuż"><PostForm intent="extend" formId="extend"><Field name="why" label="Dlaczego" /></PostForm></Details>
      <Details summary="Odwołaj"><PostForm intent="cancel" formId="cancel"><Field name="why" label="Przyczyna" /></PostForm></Details>
      <PostForm intent="save"><Details summary="Inne języki"><Field name="title" label="Tytuł" /></Details></PostForm>
    </>
  );
}

/** The page as it is sent after a refusal: rendered again with what the first rendering noticed. */
function sent(state: RefusedForm | null): { html: string; open: string[] } {
  const noticed: Noticed = { labels: new Map(), folds: new Set() };
  const render = () => renderToString(<LangProvider lang="pl"><FormStateProvider state={state} requestKey="x" noticed={noticed}><Page /></FormStateProvider></LangProvider>).replaceAll('<!-- -->', '');
  render();
  const html = render();
  return { html, open: [...html.matchAll(/<details open=""><summary>([^<]+)/g)].map(([, summary = '']) => summary) };
}
const refused = (intent: string, formId: string, path: string): RefusedForm => ({ intent, formId, values: {}, errors: [{ path, message: 'Wypełnij to pole' }] });

test('what is wrong stands in an open fold-out, the list above says in which field, and no two fields share an id', () => {
  const extended = sent(refused('extend', 'extend', 'why'));
  expect(extended.open).toEqual(['Przedłuż']);
  expect(extended.html).toContain('<a href="#f-extend-why">Dlaczego: Wypełnij to pole</a>');
  const ids = [...extended.html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(ids).toContain('f-extend-why');
  expect(sent(refused('save', '', 'title')).open).toEqual(['Inne języki']);
  expect(sent(null).open).toEqual([]);
});

test('a fold-out opens also where the form is refused as a whole', () => {
  expect(sent({ intent: 'cancel', formId: 'cancel', values: {}, errors: [], message: 'Nabór jest zamknięty' }).open).toEqual(['Odwołaj']);
});
