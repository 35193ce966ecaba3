declare module 'n3' {
  export type Quad = { subject: { value: string }; predicate: { value: string }; object: { value: string; language?: string } };
  export class Parser {
    parse(text: string): Quad[];
  }
  export class Store {
    constructor(quads: Quad[]);
    size: number;
  }
}

declare module 'rdf-validate-shacl' {
  import type { Store } from 'n3';
  type Result = { path: { value: string } | null; focusNode: { value: string } | null; message: { value: string }[] };
  export default class Validator {
    constructor(shapes: Store);
    validate(data: Store): Promise<{ conforms: boolean; results: Result[] }>;
  }
}
