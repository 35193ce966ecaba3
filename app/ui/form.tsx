import { createContext, useContext, type ReactNode } from 'react';

/** What a refused form shows again; made by the action, found here by every field. */
export type RefusedForm = {
  intent: string;
  formId: string;
  values: Record<string, unknown>;
  errors: { path: string; message: string }[];
  message?: string | undefined;
};

export const FormStateContext = createContext<RefusedForm | null>(null);

/** The key that makes a form sent twice count once. */
export const RequestKeyContext = createContext('');

const ScopeContext = createContext<RefusedForm | null>(null);

/** The refusal of this request, if there was one. */
export function useFormState(): RefusedForm | null {
  return useContext(FormStateContext);
}

type PostFormProps = {
  intent: string;
  action?: string;
  formId?: string;
  className?: string;
  encType?: 'multipart/form-data';
  children: ReactNode;
  [data: `data-${string}`]: string | undefined;
};

/** A form that posts to its own page; after a refusal its fields find what was typed. */
export function PostForm({ intent, formId = '', children, ...attributes }: PostFormProps) {
  const refused = useFormState();
  const key = useContext(RequestKeyContext);
  return (
    <form method="post" noValidate {...attributes}>
      <input type="hidden" name="intent" value={intent} />
      {formId ? <input type="hidden" name="_form" value={formId} /> : null}
      <input type="hidden" name="_key" value={key} />
      <ScopeContext.Provider value={refused && refused.formId === formId ? refused : null}>{children}</ScopeContext.Provider>
    </form>
  );
}

/** The id of the field with this name, the same on every rendering, so that the error summary can lead to it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9]+/g, '-')}`;
}

/** The value at a path like `rows[0].name`. */
export function valueAt(values: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((at, part) => (at && typeof at === 'object' && Object.hasOwn(at, part) ? (at as Record<string, unknown>)[part] : undefined), values);
}

/** What was typed at a field of the refused form, and the sentence that says what is wrong with it. */
export function useTyped(name: string): { refused: boolean; value: unknown; text: string | undefined; error: string | undefined } {
  const scope = useContext(ScopeContext);
  const value = scope ? valueAt(scope.values, name) : undefined;
  return {
    refused: scope !== null,
    value,
    text: typeof value === 'string' ? value : undefined,
    error: scope?.errors.find(({ path }) => path === name)?.message,
  };
}

/** Wraps the form-state contexts around a page. */
export function FormStateProvider({ state, requestKey, children }: { state: RefusedForm | null; requestKey: string; children: ReactNode }) {
  return (
    <FormStateContext.Provider value={state}>
      <RequestKeyContext.Provider value={requestKey}>{children}</RequestKeyContext.Provider>
    </FormStateContext.Provider>
  );
}
