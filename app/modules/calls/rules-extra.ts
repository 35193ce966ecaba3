import { parseMoney } from '~/shared/money';
import { isDay } from '~/shared/time';
import { mostRows, type ExtraQuestion } from './content';

/** What was answered to the question with this key. */
type Answer = { id: string; answer: string };

/** The questions that are asked, given the answers so far: a condition may take some away, and with them those that hang on them. */
export function questionsAsked(questions: readonly ExtraQuestion[], answers: readonly Answer[]): ExtraQuestion[] {
  const said = new Map(answers.map(({ id, answer }) => [id, answer]));
  const asked = new Set<string>();
  return questions.filter(({ key, onlyIf }) => {
    if (onlyIf && !(asked.has(onlyIf.key) && said.get(onlyIf.key) === onlyIf.answer)) return false;
    asked.add(key);
    return true;
  });
}

/** A table as it is kept: a row a line, tabs between its cells, without what is empty at the end. */
export function tableText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t').trimEnd()).filter(Boolean).join('\n');
}

/** The cells of a table that was kept as text. */
export function tableRows(text: string): string[][] {
  return text ? text.split('\n').map((row) => row.split('\t')) : [];
}

const fits: Record<ExtraQuestion['kind'], (answer: string, question: ExtraQuestion) => boolean> = {
  text: (answer) => answer.length <= 250,
  long: () => true,
  choice: (answer, { options }) => options.some(({ pl }) => pl === answer),
  number: (answer) => /^-?\d+([.,]\d+)?$/.test(answer),
  money: (answer) => parseMoney(answer) !== null,
  date: (answer) => isDay(answer),
  file: () => true,
  table: (answer, { options, rows = mostRows }) => tableRows(answer).length <= rows && tableRows(answer).every((cells) => cells.length <= options.length),
};

/** Which of the questions asked have no answer they need, or one of the wrong kind. */
export function questionsToAnswer(questions: readonly ExtraQuestion[], answers: readonly Answer[]): ExtraQuestion[] {
  return questionsAsked(questions, answers).filter((question) => {
    const answer = answers.find(({ id }) => id === question.key)?.answer ?? '';
    return answer ? !fits[question.kind](answer, question) : question.required;
  });
}
