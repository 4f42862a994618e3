using Builder.Graph;
using Builder.Graph.Catalog;

namespace Builder.Web.Canvas.Catalog;

/// <summary>How the families of the palette are called.</summary>
public static class FamilyTexts
{
    /// <summary>The name of a family.</summary>
    public static Localized Title(Family family) => family switch
    {
        Family.Inputs => new("Data", "数据"),
        Family.Linear => new("Linear & embedding", "全连接与嵌入"),
        Family.Convolution => new("Convolution", "卷积"),
        Family.Pooling => new("Pooling", "池化"),
        Family.Normalization => new("Normalisation", "归一化"),
        Family.Regularization => new("Regularisation (against overfitting)", "正则化（防过拟合）"),
        Family.Recurrent => new("Recurrent", "循环网络"),
        Family.Attention => new("Attention", "注意力"),
        Family.Activation => new("Activation", "激活"),
        Family.Shaping => new("Rearranging", "形状调整"),
        Family.Math => new("Merging & arithmetic", "合并与运算"),
        Family.Groups => new("Groups", "分组"),
        Family.Loss => new("Loss", "损失"),
        Family.Training => new("Optimizer & training", "优化器与训练"),
        _ => new("Results", "结果"),
    };

    /// <summary>What the blocks of a family are for.</summary>
    public static Localized Help(Family family) => family switch
    {
        Family.Inputs => new("Where columns of your data enter the network.", "数据的列从这里进入网络。"),
        Family.Linear => new("Every output looks at every input; names become numbers.", "每个输出都与所有输入相连；把类别名称变成数值。"),
        Family.Convolution => new("Find patterns in pictures and series.", "在图片和序列中寻找局部特征。"),
        Family.Pooling => new("Make pictures and series smaller.", "把图片和序列缩小。"),
        Family.Normalization => new("Keep numbers in a good range, so that learning is quick.", "让数值保持在合适的范围，学习更快。"),
        Family.Regularization => new("Keep the network from learning the examples by heart.", "防止网络死记硬背训练样本。"),
        Family.Recurrent => new("Read a series step by step and remember.", "逐步读取序列并记住。"),
        Family.Attention => new("Let every step look at all others.", "让每一步都能关注其他各步。"),
        Family.Activation => new("Bend the line: without them a network only adds up.", "引入非线性：没有激活函数，再深的网络也只是加权求和。"),
        Family.Shaping => new("Give the numbers another arrangement.", "换一种方式排列数值。"),
        Family.Math => new("Bring several paths together; add, multiply, average.", "汇合多条路径；相加、相乘、取平均。"),
        Family.Groups => new("Many blocks as one, once or repeated.", "把多个模块合成一个，可重复使用。"),
        Family.Loss => new("Say how wrong a prediction is: what is to become small.", "衡量预测错了多少：训练就是让它变小。"),
        Family.Training => new("How the network learns, and for how long.", "网络怎样学习、学多久。"),
        _ => new("What comes out, and how good it is.", "模型输出什么，效果如何。"),
    };
}
