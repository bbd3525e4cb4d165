import type { ComponentChildren } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../shared/api/problem.ts';
import type { Result } from '../client.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { SignInFirst } from './sign-in-first.tsx';
import { Skeleton } from './skeleton.tsx';

/** Something that is fetched. `reload` keeps what is shown until the new answer is there. */
export type Resource<T> = { readonly reload: () => Promise<Result<T>> } & (
  | { readonly state: 'loading'; readonly body: undefined; readonly problem: undefined }
  | { readonly state: 'ready'; readonly body: T; readonly problem: undefined }
  | { readonly state: 'failed'; readonly body: undefined; readonly problem: Problem }
);

const loading = { state: 'loading', body: undefined, problem: undefined } as const;

/** Loads when `deps` change; an answer that comes after a newer question is dropped. */
export function useResource<T>(load: () => Promise<Result<T>>, deps: readonly unknown[]): Resource<T> {
  const [resource, setResource] = useState<Omit<Resource<T>, 'reload'>>(loading);
  const asked = useRef(0);
  const reload = useCallback(async () => {
    asked.current += 1;
    const question = asked.current;
    const result = await load();
    if (question === asked.current)
      setResource((before) => {
        if (result.ok) return { state: 'ready', body: result.body, problem: undefined };
        // What is on the screen is worth more than the news that it could not be asked for again.
        const passing = result.problem.status === 0 || result.problem.status >= 500;
        return before.state === 'ready' && passing
          ? before
          : { state: 'failed', body: undefined, problem: result.problem };
      });
    return result;
  }, deps);
  useLayoutEffect(() => {
    setResource(loading);
    void reload();
    return () => {
      asked.current += 1;
    };
  }, [reload]);
  return { ...resource, reload } as Resource<T>;
}

interface LoadedProps<T> {
  readonly resource: Resource<T>;
  readonly children: (body: T) => ComponentChildren;
}

/** Shows what was loaded, or its skeleton, or what went wrong; a page that needs sign-in leads there. */
export function Loaded<T>({ resource, children }: LoadedProps<T>) {
  if (resource.state === 'ready') return <>{children(resource.body)}</>;
  if (resource.state === 'loading') return <Skeleton lines={6} />;
  if (resource.problem.status === 401) return <SignInFirst />;
  return <ProblemNotice problem={resource.problem} retry={resource.reload} page />;
}
