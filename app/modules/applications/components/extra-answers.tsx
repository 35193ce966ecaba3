import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

/** Answers to the questions the call added, in the words in which they were asked. */
export function ExtraAnswers({ answers }: { answers: readonly { key: string; label: string; answer: string }[] }) {
  return <SummaryList items={answers.map(({ label, answer }) => ({ label: <OwnText lang="pl" as="span">{label}</OwnText>, value: <OwnText lang="pl" as="div">{answer}</OwnText> }))} />;
}
