import { parseMoney } from '~/shared/money';
import { isDay } from '~/shared/time';
import type { ExtraQuestion } from './content';

type Answer = { key: string; answer: string };

/** The questions that are asked, given the answers so far: a condition may take some away. */
export function questionsAsked(questions: readonly ExtraQuestion[], answers: readonly Answer[]): ExtraQuestion[] {
  const said = new Map(answers.map(({ key, answer }) => [key, answer]));
  return questions.filter(({ onlyIf }) => !onlyIf || said.get(onlyIf.key) === onlyIf.answer);
}

const fits: Record<ExtraQuestion['kind'], (answer: string, question: ExtraQuestion) => boolean> = {
  text: (answer) => answer.length <= 250,
  long: () => true,
  choice: (answer, { options }) => options.some(({ pl }) => pl === answer),
  number: (answer) => /^-?\d+([.,]\d+)?$/.test(answer),
  money: (answer) => parseMoney(answer) !== null,
  date: (answer) => isDay(answer),
};

/** Which of the questions asked have no answer they need, or one of the wrong kind. */
export function questionsToAnswer(questions: readonly ExtraQuestion[], answers: readonly Answer[]): ExtraQuestion[] {
  return questionsAsked(questions, answers).filter((question) => {
    const answer = answers.find(({ key }) => key === question.key)?.answer ?? '';
    return answer ? !fits[question.kind](answer, question) : question.required;
  });
}
