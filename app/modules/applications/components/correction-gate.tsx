import type { ReactNode } from 'react';
import { useLang, useT } from '~/i18n/react';
import { translator } from '~/i18n/translate';
import type { ExtraQuestion } from '~/modules/calls/content';
import { Field } from '~/ui/field';
import { GateContext, type Gate } from '~/ui/field-gate';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import type { OfferContent, OfferSection, ReasonCode } from '../content';
import { isOpenPlace, placeOfField, rowIdsOf } from '../correction-places';
import { reasonText } from '../correction-words';

export type AskedField = { id: string; section: OfferSection; place: string; code: ReasonCode; words: string | null; answer: string | null };

/** The coded reason in the reader's language, its official Polish wording beside it, and the officer's own words. */
export function ReasonWords({ code, words }: { code: ReasonCode; words: string | null }) {
  const t = useT();
  const lang = useLang();
  return (
    <>
      <p>{reasonText(t, code)}{lang === 'pl' ? null : <span className="hint" lang="pl"> {reasonText(translator('pl'), code)}</span>}</p>
      {words ? <OwnText lang="pl">{words}</OwnText> : null}
    </>
  );
}

function QuestionBox({ id, code, words, answer }: AskedField) {
  const t = useT();
  return (
    <div id={`asked-${id}`}>
      <Notice tone="deadline" title={t('correction.cityAsks')}>
        <ReasonWords code={code} words={words} />
        <Field name={`replies.q${id}`} label={t('correction.reply')} multiline rows={3} optional defaultValue={answer} maxLength={2000} />
      </Notice>
    </div>
  );
}

/** The form of a section during a correction: questioned fields are open, each with its question beside it; others are text. */
export function CorrectionGate({ section, content, asked, extra, children }: { section: OfferSection; content: OfferContent; asked: readonly AskedField[]; extra: readonly ExtraQuestion[]; children: ReactNode }) {
  if (asked.length === 0) return <>{children}</>;
  const open = asked.map(({ place }) => place);
  const rowIds = section === 'extra' ? extra.map(({ key }) => key) : rowIdsOf(section, content);
  const shown = new Set<string>();
  const isFree = (name: string) => section === 'attachments' || /^(replies|choose)\./.test(name);
  const gate: Gate = {
    stateOf(name) {
      if (isFree(name)) return 'open';
      const place = name === 'pasted' ? 'lines' : placeOfField(section, name, rowIds);
      if (isOpenPlace(open, place)) return 'open';
      return name === 'pasted' || name.endsWith('.remove') || place.split('/').includes('#') ? 'gone' : 'shut';
    },
    beside(name) {
      if (name.startsWith('replies.') || gate.stateOf(name) !== 'open') return null;
      const place = placeOfField(section, name, rowIds);
      // A question about a row or a table stands once, before its first field.
      const questions = asked.filter((one) => !shown.has(one.id) && (section === 'attachments' || isOpenPlace([one.place], place)));
      for (const { id } of questions) shown.add(id);
      return questions.map((question) => <QuestionBox key={question.id} {...question} />);
    },
  };
  return <GateContext.Provider value={gate}>{children}</GateContext.Provider>;
}
