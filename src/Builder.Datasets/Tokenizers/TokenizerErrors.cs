using System.Globalization;
using Builder.Graph;

namespace Builder.Datasets.Tokenizers;

/// <summary>What can go wrong with a tokenizer, in plain words.</summary>
internal static class TokenizerErrors
{
    public static DataException NoText() => new(
        "tokenizer-no-text",
        new Localized(
            "There is no text to learn a vocabulary from: every text of the training rows is empty. Choose a column that holds text, or add rows.",
            "没有可用来学习词表的文字：训练数据中的文本全部为空。请选择含有文字的列，或添加数据。"));

    public static DataException VocabularyTooSmall(int given, int least) => new(
        "tokenizer-vocabulary-too-small",
        new Localized(
            string.Create(CultureInfo.InvariantCulture, $"A vocabulary of {given} tokens is too small for this tokenizer. Set the vocabulary size to {least} or more."),
            string.Create(CultureInfo.InvariantCulture, $"词表大小 {given} 对这种分词方式来说太小。请将词表大小设为 {least} 或更大。")));

    public static DataException BrokenState(string place, Exception? inner = null) => new(
        "tokenizer-state-broken",
        new Localized(
            $"The saved tokenizer cannot be read: it is damaged at \"{place}\". Train the model again, or take an undamaged copy of it.",
            $"无法读取保存的分词器：“{place}”处已损坏。请重新训练模型，或使用未损坏的副本。"),
        inner: inner);
}
