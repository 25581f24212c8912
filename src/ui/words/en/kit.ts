export { englishLabels as kitWords } from '#ui/kit/labels.ts';
