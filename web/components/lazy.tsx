import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { offline } from '../client.ts';
import type { ScreenAt } from './paths.ts';
import { ProblemNotice } from './problem-notice.tsx';
import type { Screens } from './router.tsx';
import { Skeleton } from './skeleton.tsx';

const notLoaded = { ...offline, title: 'This page could not be loaded' };

/** A screen whose script comes when somebody opens it, so that nobody waits for what they do not look at. */
function lazy(load: () => Promise<ComponentType>): ComponentType {
  let loaded: ComponentType | undefined;
  return () => {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>(loaded ? 'ready' : 'loading');
    useLayoutEffect(() => {
      if (loaded) return;
      load().then(
        (screen) => {
          loaded = screen;
          setState('ready');
        },
        () => setState('failed'),
      );
    }, []);
    // Reloading also finds the scripts of a newer release, when this one's are gone.
    if (state === 'failed') return <ProblemNotice problem={notLoaded} retry={() => location.reload()} page />;
    const Screen = loaded;
    return Screen ? <Screen /> : <Skeleton lines={6} />;
  };
}

/** The screens of a table, each loaded when it is opened. */
export const lazily = (screens: readonly ScreenAt[]): Screens => screens.map(([path, load]) => [path, lazy(load)]);
