import { Chart } from 'cdk8s';
import { Construct } from 'constructs';

export declare class ShopChart extends Chart {
  constructor(scope: Construct, id: string);
}
