using Builder.Graph.Messages;

namespace Builder.Graph.Documents;

/// <summary>What a text of a document may hold.</summary>
public static class TextRules
{
    private static readonly MessageTemplate BrokenText = new(
        "BrokenText",
        "The text holds a broken character. Save the file as UTF-8, or type the text again.",
        "文本中含有损坏的字符。请把文件保存为 UTF-8 编码，或重新输入这段文字。");

    private static readonly MessageTemplate TextTooLong = new(
        "TextTooLong", "The text is too long: at most {limit} characters fit here.", "文本过长：此处最多 {limit} 个字符。");

    /// <summary>What is said of a text with half of a character in it.</summary>
    public static Message Broken => BrokenText.With();

    /// <summary>What is said of a text that is too long.</summary>
    public static Message TooLong(int limit) => TextTooLong.With(("limit", limit));

    /// <summary>True where every surrogate has its partner, so that the text can be written as UTF-8.</summary>
    public static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }
}
