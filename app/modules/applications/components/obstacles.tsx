import { useT } from '~/i18n/react';
import { Details } from '~/ui/details';
import { Notice } from '~/ui/notice';

/** What still stops somebody from handing in; before they wrote a word it is only what will be needed. */
export function Obstacles({ problems, version }: { problems: readonly string[]; version: number }) {
  const t = useT();
  if (problems.length === 0) return null;
  const list = <ul className="bullets">{problems.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>;
  return version === 1 ? <Details summary={t('applications.toFill', { n: problems.length })}>{list}</Details> : <Notice tone="bad" title={t('applications.obstacles')}>{list}</Notice>;
}
