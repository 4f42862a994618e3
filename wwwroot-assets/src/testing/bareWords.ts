import ts from 'typescript';
import { literalText, nodesOf, placeOf, writtenPairs } from './textPairs';
import { hasChinese, hasWords } from './textRules';

/** Attributes and properties that browsers show or read out. */
const shown = new Set([
  ...['title', 'placeholder', 'alt', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'aria-placeholder'],
  ...['ariaLabel', 'ariaDescription', 'ariaRoleDescription', 'ariaValueText', 'textContent', 'innerText', 'innerHTML', 'outerHTML'],
]);

/** Functions of the browser that show what they get, and the place of the words among their arguments. */
const showing = new Map<string, number>([
  ...(['alert', 'confirm', 'prompt', 'createTextNode', 'fillText', 'strokeText', 'append', 'prepend', 'replaceChildren', 'before', 'after'] as const).map((name) => [name, 0] as const),
  ...(['insertAdjacentText', 'insertAdjacentHTML'] as const).map((name) => [name, 1] as const),
]);

/** Words that stand in the code in one language where people would see them, with their places. */
export function bareWords(file: ts.SourceFile): string[] {
  const inBoth = new Set(writtenPairs(file).flatMap(({ en, zh }) => [en, zh].flatMap((text) => (text ? [...nodesOf(text)] : []))));
  const bare = new Set([...nodesOf(file)].flatMap(places).filter((node) => !inBoth.has(node)));
  return [...bare].map((node) => `${placeOf(node)}: ${node.getText().trim()}`);
}

/** The literals below a node that would be shown in one language. */
function places(node: ts.Node): ts.Node[] {
  if (ts.isJsxText(node)) return isWords(node.text) ? [node] : [];
  if (ts.isJsxAttribute(node)) return shown.has(node.name.getText()) ? wordsIn(node.initializer).filter((words) => !isKey(node, words)) : [];
  if (ts.isJsxExpression(node)) return ts.isJsxAttribute(node.parent) ? [] : wordsIn(node.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) return shown.has(memberOf(node.left)) ? wordsIn(node.right) : [];
  if (ts.isPropertyAssignment(node)) return shown.has(node.name.getText()) ? wordsIn(node.initializer) : [];
  if (ts.isNewExpression(node)) return wordsThrown(node);
  if (ts.isCallExpression(node)) return wordsGiven(node);
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? (isSentence(literalText(node) ?? '') ? [node] : []) : [];
}

/** Components of our own take the key of a text. */
const isKey = (attribute: ts.JsxAttribute, words: ts.Node): boolean =>
  /^[A-Z]/.test(attribute.parent.parent.tagName.getText()) && /^[a-z][A-Za-z]*$/.test(textOf(words) ?? '');

/** `new Error("…")`: what is thrown may end before people's eyes. One word is a name. */
function wordsThrown(node: ts.NewExpression): ts.Node[] {
  const name = node.expression.getText();
  if (name === 'Option') return wordsIn(node.arguments?.[0]);
  return /(Error|Exception|Refused)$/.test(name) ? wordsIn(node.arguments?.[0]).filter((words) => /\s/.test(textOf(words) ?? '')) : [];
}

function wordsGiven(node: ts.CallExpression): ts.Node[] {
  const name = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : node.expression.getText();
  if (name === 'setAttribute') {
    const attribute = node.arguments[0];
    return attribute && ts.isStringLiteral(attribute) && shown.has(attribute.text) ? wordsIn(node.arguments[1]) : [];
  }
  const place = showing.get(name);
  return place === undefined ? [] : node.arguments.slice(place).flatMap(wordsIn);
}

/** The literals that an expression can become: both sides of a condition, what is joined, what is listed. */
function wordsIn(node: ts.Node | undefined): ts.Node[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return isWords(textOf(node) ?? '') ? [node] : [];
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) return wordsIn(node.expression);
  if (ts.isConditionalExpression(node)) return [...wordsIn(node.whenTrue), ...wordsIn(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    const joins = [ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken].includes(node.operatorToken.kind);
    return [...(joins ? wordsIn(node.left) : []), ...(joins || node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? wordsIn(node.right) : [])];
  }
  return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(wordsIn) : [];
}

const textOf = (node: ts.Node): string | null => (ts.isJsxText(node) ? node.text : literalText(node));

const memberOf = (node: ts.Expression): string =>
  ts.isPropertyAccessExpression(node) ? node.name.text : ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression) ? node.argumentExpression.text : '';

const isWords = (text: string): boolean => hasWords(text) || hasChinese(text);

/** Reads as written for people wherever it stands: "The line is down". Class names, selectors and fonts do not. */
const isSentence = (text: string): boolean => hasChinese(text) || /^\s*[A-Z][a-z']* (?:[a-z']+|\{[^{}]*\})(?: |[.!?…]?$)/.test(text);
