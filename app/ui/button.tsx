import type { ReactNode } from 'react';

type Tone = 'main' | 'plain' | 'spark' | 'bad';
const look = (tone: Tone) => (tone === 'main' ? 'button' : `button ${tone}`);

/** Sends the form it stands in. */
export function Button({ children, tone = 'main', name, value, formAction }: { children: ReactNode; tone?: Tone; name?: string; value?: string; formAction?: string }) {
  return (
    <button className={look(tone)} type="submit" {...(name ? { name, value } : {})} {...(formAction ? { formAction } : {})}>
      {children}
    </button>
  );
}

/** A link that is the next step of the page. */
export function LinkButton({ href, children, tone = 'main' }: { href: string; children: ReactNode; tone?: Tone }) {
  return <a className={look(tone)} href={href}>{children}</a>;
}
