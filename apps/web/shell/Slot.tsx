import { createElement, lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { readBoot, type SlotEntry } from '#platform/web';

const loaded = new Map<SlotEntry['load'], ComponentType>();

/** The lazy component of an entry; the same one at each render, else it would be mounted anew. */
export function lazyPart({ load, texts }: SlotEntry): ComponentType {
  const known = loaded.get(load);
  if (known !== undefined) return known;
  const Part = lazy(async () => {
    const { locale } = readBoot();
    const [component] = await Promise.all([load(), ...texts.map((text) => text.load(locale))]);
    return { default: component };
  });
  loaded.set(load, Part);
  return Part;
}

/** A domain's piece in a place of the shell or of the home page. */
export function Slot({ entry, fallback = null }: { readonly entry: SlotEntry; readonly fallback?: ReactNode }) {
  return <Suspense fallback={fallback}>{createElement(lazyPart(entry))}</Suspense>;
}
