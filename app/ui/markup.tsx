/** HTML that React has made of a piece of a page, everything that people wrote in it escaped. */
export type Markup = string & { readonly madeByReact: true };

/** Sets a piece in the page that was made before. Nothing else may put HTML into a page. */
export function Made({ as: Tag = 'div', markup, className }: { as?: 'div' | 'ol'; markup: Markup; className?: string }) {
  // eslint-disable-next-line no-restricted-syntax -- React made it
  return <Tag className={className} dangerouslySetInnerHTML={{ __html: markup }} />;
}
