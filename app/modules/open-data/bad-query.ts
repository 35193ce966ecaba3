import type { MessageKey } from '~/i18n/codes';

type Sentence = Extract<MessageKey, `openData.problem.${string}`>;

/** A parameter in the address means nothing; the sentence says what it may be. */
export class BadQuery extends Error {
  constructor(
    readonly parameter: string,
    readonly sentence: Sentence,
    readonly params: Record<string, string | number> = {},
  ) {
    super(parameter);
    this.name = 'BadQuery';
  }
}
