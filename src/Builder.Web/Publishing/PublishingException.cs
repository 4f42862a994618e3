using Builder.Graph.Messages;
using Builder.Protocol;

namespace Builder.Web.Publishing;

/// <summary>A run cannot be published; the reason is in plain words.</summary>
public sealed class PublishingException : BuilderException
{
    private PublishingException(Message reason)
        : base(reason)
    {
    }

    private static readonly MessageTemplate ChangedWords = new(
        "publishing-changed",
        "The run's model was just being replaced. Nothing was published. Press the button again.",
        "这次训练的模型刚刚被替换，没有发布任何内容。请再按一次按钮。");

    private static readonly MessageTemplate NoFormWords = new(
        "publishing-no-form",
        "A page cannot be made for this model yet: it is not asked by a form. Download the model instead.",
        "暂时还不能为这个模型生成网页：它不是通过表单提问的。请改为下载模型。");

    /// <summary>True for a model that a page can be made for: it answers about one case, which is given by a form.</summary>
    public static bool CanPublish(ModelDescription model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model is { Generates: null, WindowLength: null, Inputs.Count: > 0, Outputs.Count: > 0 };
    }

    internal static PublishingException Changed() => new(ChangedWords.With());

    internal static PublishingException NoForm() => new(NoFormWords.With());
}
