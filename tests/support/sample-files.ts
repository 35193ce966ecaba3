/** A small PDF whose bytes say so, made as large as asked. */
export function pdf(size = 400): Buffer {
  const text = '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj trailer<</Root 1 0 R>>\n%%EOF\n';
  return Buffer.concat([Buffer.from(text), Buffer.alloc(Math.max(0, size - text.length), 0x20)]);
}

/** A page that would run a script, for files that lie about what they are. */
export const html = Buffer.from('<!doctype html><title>x</title><script>alert(1)</script>');
