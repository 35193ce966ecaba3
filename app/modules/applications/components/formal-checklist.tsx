import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { SummaryList } from '~/ui/summary-list';
import { Tag } from '~/ui/tag';

export type ChecklistItem = {
  id: string;
  /** The item in words, with its code. */
  name: string;
  correctable: boolean;
  answer: 'yes' | 'no' | 'not_applicable' | null;
  note: string | null;
  /** What the data of the portal say, as a hint. */
  fact?: { met: boolean; text: string } | undefined;
};

function Hints({ item }: { item: ChecklistItem }) {
  const t = useT();
  return (
    <>
      <Tag>{t(item.correctable ? 'screening.correctable' : 'screening.notCorrectable')}</Tag>
      {item.fact ? (
        <>
          {' '}<Tag tone={item.fact.met ? 'good' : 'wait'}>{t(item.fact.met ? 'screening.fact.met' : 'screening.fact.unmet')}</Tag> {item.fact.text}
        </>
      ) : null}
    </>
  );
}

/** The formal checklist to fill in: yes, no or not applicable, with a note. */
export function FormalChecklist({ items }: { items: readonly ChecklistItem[] }) {
  const t = useT();
  const options = (['yes', 'no', 'not_applicable'] as const).map((value) => ({ value, label: t(`screening.answer.${value}` as const) }));
  return (
    <PostForm intent="answer" formId="checklist" className="stack">
      {items.map((item, i) => (
        <div key={item.id} className="stack">
          <input type="hidden" name={`answers[${i}].checklistId`} value={item.id} />
          <Radios name={`answers[${i}].answer`} legend={item.name} hint={<Hints item={item} />} options={options} defaultValue={item.answer} inline />
          <Field name={`answers[${i}].note`} label={t('screening.itemNote')} defaultValue={item.note} optional />
        </div>
      ))}
      <Button>{t('screening.saveAnswers')}</Button>
    </PostForm>
  );
}

/** The answers to read. */
export function FormalAnswers({ items }: { items: readonly ChecklistItem[] }) {
  const t = useT();
  return (
    <SummaryList items={items.map(({ name, answer, note }) => ({
      label: name,
      value: (
        <>
          <Tag tone={answer === 'no' ? 'bad' : answer === 'yes' ? 'good' : 'plain'}>{answer ? t(`screening.answer.${answer}` as const) : t('screening.unanswered')}</Tag>
          {note ? ` ${note}` : null}
        </>
      ),
    }))} />
  );
}
