import { createContext, useContext, useId, type ReactNode } from 'react';

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
const FormIdContext = createContext('');

/**
 * What a refused page notices about itself while it is rendered: how its fields are called, and in which fold-outs something is wrong.
 * The list of what to correct stands above the fields, so the page is rendered again with what was noticed.
 */
export type Noticed = { labels: Map<string, string>; folds: Set<string> };

const NoticedContext = createContext<Noticed | null>(null);
const FoldsContext = createContext<readonly string[]>([]);

/** Notes what the field with this id is called, where something is wrong with it. */
export function useCalled(id: string, label: ReactNode, error: string | undefined): void {
  const labels = useContext(NoticedContext)?.labels;
  if (error && typeof label === 'string') labels?.set(id, label);
}

/** What the field with this id is called, once the page has been rendered. */
export function useLabels(): (id: string) => string | undefined {
  const labels = useContext(NoticedContext)?.labels;
  return (id) => labels?.get(id);
}

/** A fold-out that is open when something in it is wrong, and what must stand around its content. */
export function useFold() {
  const id = useId();
  const around = useContext(FoldsContext);
  const wrong = useContext(NoticedContext)?.folds.has(id) ?? false;
  return { wrong, within: (children: ReactNode) => <FoldsContext.Provider value={[...around, id]}>{children}</FoldsContext.Provider> };
}

/** Notes that something is wrong here, so that no fold-out hides it. */
function useWrong(wrong: boolean): void {
  const folds = useContext(FoldsContext);
  const noticed = useContext(NoticedContext)?.folds;
  if (wrong) for (const id of folds) noticed?.add(id);
}

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
  useWrong(refused?.intent === intent && refused.formId === formId);
  return (
    <form method="post" noValidate {...attributes}>
      <input type="hidden" name="intent" value={intent} />
      {formId ? <input type="hidden" name="_form" value={formId} /> : null}
      <input type="hidden" name="_key" value={key} />
      <FormIdContext.Provider value={formId}>
        <ScopeContext.Provider value={refused && refused.formId === formId ? refused : null}>{children}</ScopeContext.Provider>
      </FormIdContext.Provider>
    </form>
  );
}

/** The id of the field with this name, the same on every rendering, so that the error summary can lead to it; two forms of a page may have fields of one name. */
export function fieldId(name: string, formId = ''): string {
  return `f-${(formId ? `${formId}-${name}` : name).replace(/[^A-Za-z0-9]+/g, '-')}`;
}

/** The id of the field with this name in the form it stands in. */
export function useFieldId(name: string): string {
  return fieldId(name, useContext(FormIdContext));
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
  const error = scope?.errors.find(({ path }) => path === name)?.message;
  useWrong(error !== undefined);
  return {
    refused: scope !== null,
    value,
    text: typeof value === 'string' ? value : undefined,
    error,
  };
}

/** Wraps the form-state contexts around a page. */
export function FormStateProvider({ state, requestKey, noticed = null, children }: { state: RefusedForm | null; requestKey: string; noticed?: Noticed | null; children: ReactNode }) {
  return (
    <FormStateContext.Provider value={state}>
      <NoticedContext.Provider value={noticed}>
        <RequestKeyContext.Provider value={requestKey}>{children}</RequestKeyContext.Provider>
      </NoticedContext.Provider>
    </FormStateContext.Provider>
  );
}
