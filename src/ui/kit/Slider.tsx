import { useId, type CSSProperties, type ReactNode } from 'react';
import { useHydrated } from './use-hydrated.ts';
import styles from './Slider.module.css';

export interface SliderProps {
  readonly label: ReactNode;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly max: number;
  readonly min?: number;
  readonly step?: number;
  /** The value in words; shown beside the label and read aloud. */
  readonly text: string;
}

/** A number by dragging, by arrows, by Home and End. */
export function Slider({ label, value, onChange, max, min = 0, step = 1, text }: SliderProps) {
  const id = useId();
  const hydrated = useHydrated();
  const share = max > min ? (value - min) / (max - min) : 0;
  return (
    <div className={styles.slider}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <output className={styles.text} htmlFor={id}>
        {text}
      </output>
      <input
        type="range"
        className={styles.range}
        id={id}
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        style={hydrated ? ({ '--share': share } as CSSProperties) : undefined}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </div>
  );
}
