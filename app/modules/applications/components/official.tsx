import { officialNames } from '../official-names';

/** The statutory name of a question, beside the words of the reader's own language. */
export function Official({ of }: { of: keyof typeof officialNames }) {
  return <span lang="pl">{officialNames[of]}</span>;
}
