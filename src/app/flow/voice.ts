import { createContext, useContext } from 'react';

/** Reads a text out. The browser's own voice stands behind it; tests and places without one have their own. */
export interface Voice {
  /** Whether there is anybody to speak; may change once, when the browser has found its voices. */
  readonly canSpeak: (lang: string) => boolean;
  readonly onVoices: (listener: () => void) => () => void;
  /** Speaks in the place of what was being said. `done` is called once: at the end, or when it was stopped. */
  readonly speak: (text: string, lang: string, done: () => void) => void;
  readonly stop: () => void;
}

/** The voices of this browser. Local ones alone: what is read out stays on this machine. */
export const browserVoice: Voice = {
  canSpeak: (lang) => voicesFor(lang).length > 0,
  onVoices(listener) {
    const synthesis = theSynthesis();
    synthesis?.addEventListener('voiceschanged', listener);
    return () => synthesis?.removeEventListener('voiceschanged', listener);
  },
  speak(text, lang, done) {
    const synthesis = theSynthesis();
    const [voice] = voicesFor(lang);
    if (synthesis === null || voice === undefined) return done();
    synthesis.cancel();
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    said.addEventListener('end', done, { once: true });
    said.addEventListener('error', done, { once: true });
    synthesis.speak(said);
  },
  stop: () => theSynthesis()?.cancel(),
};

function theSynthesis(): SpeechSynthesis | null {
  return typeof speechSynthesis === 'undefined' ? null : speechSynthesis;
}

function voicesFor(lang: string): readonly SpeechSynthesisVoice[] {
  const language = lang.split('-')[0] ?? lang;
  const voices = theSynthesis()?.getVoices() ?? [];
  return voices.filter((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language.toLowerCase()));
}

const VoiceContext = createContext<Voice>(browserVoice);

/** Hands down another voice than the browser's. */
export const VoiceProvider = VoiceContext.Provider;

export function useVoice(): Voice {
  return useContext(VoiceContext);
}
