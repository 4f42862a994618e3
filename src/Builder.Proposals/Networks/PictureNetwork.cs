using Builder.Graph;

namespace Builder.Proposals.Networks;

/// <summary>A small convolutional network for pictures.</summary>
internal static class PictureNetwork
{
    private const long FirstChannels = 16;
    private const long Hidden = 64;
    private const int LeastSide = 4;
    private const int MostStages = 3;
    private const long MostEpochs = 30;
    private const long MostEpochsOfFew = 100;

    /// <summary>From fewer pictures no large layer is learned: averages of the last convolution's patterns stand in for it.</summary>
    private const long FewPictures = 1_500;
    private const long VeryFewPictures = 200;

    /// <summary>Averages along each side: of four quarters, so that the place of a pattern is not wholly lost.</summary>
    private const long Averages = 2;

    /// <summary>Draws it.</summary>
    public static NetworkRationale Draw(NetworkDraft draft, ProposalContext site)
    {
        var shape = site.Schema.Find(site.EncodedDataset.Picture!)!.SampleShape;
        var (channels, height, width) = (shape[0], shape[1], shape[2]);
        var chain = Chain.Start(draft, "PictureInput", "picture", 0, [("column", site.EncodedDataset.Picture!), .. site.Data]);
        double multiplications = 0;
        var (isFew, stages) = (site.Samples < FewPictures, Stages(Math.Min(height, width)));
        var firstChannels = site.Size.Widen(site.Samples < VeryFewPictures ? FirstChannels / 4 : isFew ? FirstChannels / 2 : FirstChannels);
        var hidden = site.Size.Widen(Hidden);
        for (var stage = 1; stage <= stages; stage++)
        {
            var wanted = firstChannels << stage;
            chain.Then("Conv2d", "convolution", ("out_channels", wanted), ("kernel_size", 3L), ("padding", 1L)).Then("ReLU", "relu").Then("MaxPool2d", "pool", ("kernel_size", 2L));
            multiplications += 9.0 * channels * wanted * height * width;
            (channels, height, width) = (wanted, height / 2, width / 2);
        }

        var isAveraged = isFew && stages > 0 && Math.Min(height, width) > Averages;
        if (isAveraged)
        {
            chain.Then("AdaptiveAvgPool2d", "average", ("output_size", Averages)).Then("Flatten", "flatten");
        }
        else
        {
            chain.Then("Flatten", "flatten").Then("Linear", "hidden", ("out_features", hidden)).Then("ReLU", "relu");
            multiplications += (double)channels * height * width * hidden;
        }

        chain.Then("Dropout", "dropout", ("p", 0.3)).Then("Linear", "prediction", ("out_features", site.Outputs));
        var budget = TrainingBudget.For(site.Samples, multiplications, isFew ? MostEpochsOfFew : MostEpochs);
        OutputHead.Draw(draft, chain, site, site.LossSetup(isFew ? 0.003 : 0.001), budget);
        return new NetworkRationale(Why(stages, isAveraged, site.EncodedDataset.Task), budget);
    }

    /// <summary>How often the picture is halved.</summary>
    private static int Stages(long side)
    {
        var stages = 0;
        while (stages < MostStages && side / 2 >= LeastSide)
        {
            stages++;
            side /= 2;
        }

        return stages;
    }

    private static Localized Why(int stages, bool isAveraged, ProposedTask task)
    {
        if (stages == 0)
        {
            return new("The pictures are tiny, so plain linear layers are enough.", "图片很小，用全连接层就足够了。");
        }

        var (answers, answer, answerZh) = task switch
        {
            ProposedTask.Number => ("estimates the number", "estimate the number", "估计数值"),
            ProposedTask.Labels => ("says of each label how likely it is", "say of each label how likely it is", "给出每个标签的可能性"),
            _ => ("names the class", "name the class", "给出类别"),
        };
        var en = $"{stages} {(stages == 1 ? "convolution looks" : "convolutions look")} for small patterns such as edges and corners, wherever they are in the picture. Pooling halves the picture each time, so that later layers see larger parts; ";
        var zh = $"{stages} 个卷积层在图片各处寻找边缘、拐角等小图案；池化每次把图片缩小一半，使后面的层看到更大的范围；";
        return isAveraged
            ? new(en + $"what they found is averaged over each quarter of the picture, and a linear layer {answers}. With few pictures a small network like this learns less by heart.",
                zh + $"再对图片的四个区域分别取平均，最后由一个全连接层{answerZh}。图片较少时，这样的小网络不容易过拟合。")
            : new(en + $"two linear layers then {answer}.", zh + $"最后由两个全连接层{answerZh}。");
    }
}
